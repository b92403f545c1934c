/** The page's pictures: strokes on a field of 24 by 24. */
const strokes = {
  hash: 'M9 3 7 21M17 3l-2 18M4 8.5h17M3 15.5h17',
  eye: 'M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  at: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM16 8v5.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.6 7.2',
  group:
    'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2 20c0-3.5 3-5.5 7-5.5s7 2 7 5.5M16 5.3a3.5 3.5 0 0 1 0 6.4M18.5 15c2.2.8 3.5 2.500 3.500 5',
  message: 'M3.500 5h17v11.500H11l-4.500 4v-4h-3z',
  reply: 'M9 6 3 12l6 6M3.500 12H14c4 0 7 2.500 7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  menu: 'M4 6.500h16M4 12h16M4 17.500h16',
  inside: 'M8 7l-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14',
  sun: 'M12 7.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M19 5l-1.400 1.400M6.400 17.600 5 19',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.500l6 6 6-6',
  switch: 'M7 4 3.500 7.500 7 11M3.500 7.500H17M17 13l3.500 3.500L17 20M20.500 16.500H7',
  send: 'M3.500 4.500 21 12 3.500 19.500 6.500 12zM6.500 12H13',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  app: 'M12 3l2.500 5.500L20 11l-5.500 2.500L12 19l-2.500-5.500L4 11l5.500-2.500z',
  file: 'M6 2.500h8l5 5v14H6zM14 2.500v5h5',
  crown: 'M4 18h16l1-10-5 3.500L12 5l-4 6.500L3 8z',
  link: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  picture: 'M3.500 5h17v14h-17zM3.500 16l5-5 5 5 2.500-2.500 4.500 4.500M15.500 8.500h.01',
};

const space = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${name}`);
  path.setAttribute('d', strokes[name] ?? '');
  svg.append(path);
  return svg;
}
