import { stripVTControlCharacters } from 'node:util';

/** Rows as aligned columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map(row => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map(row => width(row[at] ?? ''))));
  return rows
    .map(row =>
      row
        .map((cell, at) => pad(cell, widths[at] ?? 0, at === 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, to: number, left: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(cell)));
  return left ? cell + space : space + cell;
}

function width(cell: string): number {
  return stripVTControlCharacters(cell).length;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
