import { type Breach, between, isJson, type Json, list, most, text } from './breach.ts';

/** What Discord allows of buttons, selects, rows and Components V2 (components/reference). */
export function componentBreaches(components: readonly unknown[], isV2: boolean): Breach[] {
  const all = walk(components);
  return [
    ...(isV2 ? budget(components, all) : rowsOnly(components)),
    ...components.flatMap((component, at) =>
      isV2 && isJson(component) && !topLevel.has(Number(component.type))
        ? [{ at: `components.${at}`, rule: 'may not stand at the top' }]
        : [],
    ),
    ...all.flatMap(([at, component]) => componentBreach(at, component)),
    ...customIds(all),
  ];
}

/** Every component with its children, and where it stands. */
export function walk(components: readonly unknown[], at = 'components'): [string, Json][] {
  return components.filter(isJson).flatMap((component, number): [string, Json][] => {
    const here = `${at}.${number}`;
    const accessory = isJson(component.accessory) ? walk([component.accessory], `${here}.accessory`) : [];
    const labelled = isJson(component.component) ? walk([component.component], `${here}.component`) : [];
    return [
      [here, component],
      ...walk(list(component.components), `${here}.components`),
      ...accessory,
      ...labelled,
    ];
  });
}

const row = 1;
const button = 2;
const section = 9;
const textDisplay = 10;
const thumbnail = 11;
const gallery = 12;
const file = 13;
const separator = 14;
const container = 17;
/** Selects of strings, users, roles, either, channels. */
const selects: ReadonlySet<number> = new Set([3, 5, 6, 7, 8]);
const topLevel: ReadonlySet<number> = new Set([row, section, textDisplay, gallery, file, separator, container]);

function budget(components: readonly unknown[], all: readonly [string, Json][]): Breach[] {
  const characters = all.reduce(
    (sum, [, { type, content }]) => sum + (type === textDisplay ? [...text(content)].length : 0),
    0,
  );
  return [
    ...(components.length === 0 ? [{ at: 'components', rule: 'at least one' }] : []),
    ...(all.length > 40 ? [{ at: 'components', rule: 'at most 40, counted with their children' }] : []),
    ...(characters > 4000 ? [{ at: 'components', rule: 'at most 4,000 characters of text' }] : []),
  ];
}

function rowsOnly(components: readonly unknown[]): Breach[] {
  return [
    ...(components.length > 5 ? [{ at: 'components', rule: 'at most 5 rows' }] : []),
    ...components.flatMap((component, at) =>
      isJson(component) && component.type === row
        ? []
        : [{ at: `components.${at}`, rule: 'only rows without the Components V2 flag' }],
    ),
  ];
}

function componentBreach(at: string, component: Json): Breach[] {
  const children = list(component.components).filter(isJson);
  const types = children.map(({ type }) => Number(type));
  switch (component.type) {
    case row: {
      const isButtons = types.length >= 1 && types.length <= 5 && types.every(type => type === button);
      const isSelect = types.length === 1 && selects.has(types[0] ?? 0);
      return isButtons || isSelect ? [] : [{ at, rule: '1 to 5 buttons, or a select' }];
    }
    case button:
      return buttonBreach(at, component);
    case section:
      return [
        ...(types.length >= 1 && types.length <= 3 && types.every(type => type === textDisplay)
          ? []
          : [{ at, rule: '1 to 3 texts' }]),
        ...(isJson(component.accessory) && [button, thumbnail].includes(Number(component.accessory.type))
          ? []
          : [{ at: `${at}.accessory`, rule: 'a button or a thumbnail' }]),
      ];
    case textDisplay:
      return between(`${at}.content`, text(component.content), 1, 4000);
    case thumbnail:
      return most(`${at}.description`, text(component.description), 1024);
    case gallery: {
      const items = list(component.items);
      return items.length >= 1 && items.length <= 10 ? [] : [{ at: `${at}.items`, rule: '1 to 10' }];
    }
    case container:
      return [
        ...(types.length >= 1 ? [] : [{ at, rule: 'at least one component' }]),
        ...(types.every(type => topLevel.has(type) && type !== container)
          ? []
          : [{ at, rule: 'no container and no loose button or select in a container' }]),
      ];
    default:
      return selects.has(Number(component.type)) ? selectBreach(at, component) : [];
  }
}

function buttonBreach(at: string, { label, style, custom_id, url, emoji, sku_id }: Json): Breach[] {
  const isLink = style === 5;
  const isPremium = style === 6;
  return [
    ...most(`${at}.label`, text(label), 80),
    ...(text(label) === '' && !isJson(emoji) && !isPremium ? [{ at, rule: 'a label or an emoji' }] : []),
    ...(isLink ? between(`${at}.url`, text(url), 1, 512) : []),
    ...(isLink && custom_id !== undefined ? [{ at: `${at}.custom_id`, rule: 'not on a link' }] : []),
    ...(isPremium ? between(`${at}.sku_id`, text(sku_id), 17, 20) : []),
    ...(isLink || isPremium ? [] : between(`${at}.custom_id`, text(custom_id), 1, 100)),
  ];
}

function selectBreach(at: string, component: Json): Breach[] {
  const options = list(component.options).filter(isJson);
  const most25 = component.type === 3 && (options.length < 1 || options.length > 25);
  return [
    ...between(`${at}.custom_id`, text(component.custom_id), 1, 100),
    ...most(`${at}.placeholder`, text(component.placeholder), 150),
    ...(most25 ? [{ at: `${at}.options`, rule: '1 to 25' }] : []),
    ...options.flatMap(({ label, value, description }, number) => [
      ...between(`${at}.options.${number}.label`, text(label), 1, 100),
      ...between(`${at}.options.${number}.value`, text(value), 1, 100),
      ...most(`${at}.options.${number}.description`, text(description), 100),
    ]),
  ];
}

function customIds(all: readonly [string, Json][]): Breach[] {
  const ids = all.flatMap(([at, { custom_id }]) => (typeof custom_id === 'string' ? [{ at, custom_id }] : []));
  return ids
    .filter(({ custom_id }, number) => ids.findIndex(other => other.custom_id === custom_id) < number)
    .map(({ at }) => ({ at: `${at}.custom_id`, rule: 'unique in a message' }));
}
