import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, tokens } from '../../src/text/tokens.ts';

describe('tokens', () => {
  test.each([
    ["Anne's flat", ['anne', 'flat']],
    ['didn’t', ['didnt']],
    ["l'hôpital d'Anne", ['l', 'hopital', 'd', 'anne']],
    ["Qu'est-ce qu'elle dit ?", ['qu', 'est', 'ce', 'qu', 'elle', 'dit']],
    ['6,738,954 dollars', ['6738954', 'dollars']],
    ['6.738.954 dolar', ['6738954', 'dolar']],
    ['6\u202f738\u202f954 $', ['6738954']],
    ['8.1 ou 8,1', ['8.1', 'ou', '8.1']],
    ['le 1er AVC, le 2ème', ['le', '1er', 'avc', 'le', '2eme']],
    ['the 1st, 2nd or 3rd', ['the', '1st', '2nd', 'or', '3rd']],
    ['12km, 3e étage 🎬', ['12', 'km', '3e', 'etage']],
    ['Cœur, STRASSE, Straße', ['coeur', 'strasse', 'strasse']],
    ['zero\u200bwidth', ['zerowidth']],
    ['🎬 🍿', []],
    ['   ', []],
  ])('%s → %j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => fold(fold(text)) === fold(text)));
  });
});
