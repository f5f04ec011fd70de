// The four looks in which every story has its picture.

/** Light and dark are one visit: the theme is switched under the story, as a page does it for an agent. */
export const VISITS = [
  {language: 'en', width: 760, schemes: {light: 'light', dark: 'dark'}},
  {language: 'ko', width: 760, schemes: {ko: 'light'}},
  {language: 'en', width: 320, schemes: {narrow: 'light'}},
];

/** The names of the looks, as they stand in file names. */
export const VARIANTS = VISITS.flatMap(({schemes}) => Object.keys(schemes));

/** What has to be visited for these looks alone. A story that is made for one width has none that is narrow. */
export function visitsFor(wanted, ownWidth) {
  const visits = ownWidth === undefined ? VISITS : VISITS.filter(({schemes}) => !('narrow' in schemes));
  return visits
    .map((visit) => ({
      ...visit,
      width: ownWidth ?? visit.width,
      schemes: Object.fromEntries(Object.entries(visit.schemes).filter(([name]) => wanted.includes(name))),
    }))
    .filter(({schemes}) => Object.keys(schemes).length > 0);
}
