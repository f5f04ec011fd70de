// What all four pages do: one language and one theme, kept for the next visit.

/** The languages of the pages. */
export type Language = 'ko' | 'en';

/** An element of the page by its id; the page is broken without it. */
export const byId = <E extends HTMLElement>(id: string): E => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}`);
  return element as E;
};

/** The page's language now. */
export const language = (): Language => (document.documentElement.lang === 'ko' ? 'ko' : 'en');

const texts = (): NodeListOf<HTMLElement> => document.querySelectorAll<HTMLElement>('[data-en]');

const setLanguage = (to: Language): void => {
  document.documentElement.lang = to;
  for (const element of texts()) element.textContent = element.dataset[to] ?? '';
};

const setTheme = (to: string): void => {
  if (to === 'light' || to === 'dark') document.documentElement.dataset['dwTheme'] = to;
  else
    document.documentElement.dataset['dwTheme'] = matchMedia('(prefers-color-scheme: dark)').matches
      ? 'dark'
      : 'light';
};

const isLanguage = (value: string | null): value is Language => value === 'ko' || value === 'en';

/**
 * Arms the two selects of the page's bar. `?lang` and `?theme` of the address win over what was chosen before.
 * @param changed Told the language at once and whenever it changes.
 */
export const armPage = (changed: (language: Language) => void = () => undefined): void => {
  const asked = new URLSearchParams(location.search);
  const languages = byId<HTMLSelectElement>('language');
  const themes = byId<HTMLSelectElement>('theme');
  const wanted =
    asked.get('lang') ?? localStorage.getItem('deskwire-language') ?? navigator.language.slice(0, 2);
  languages.value = isLanguage(wanted) ? wanted : 'en';
  themes.value = asked.get('theme') ?? localStorage.getItem('deskwire-theme') ?? 'auto';
  const apply = (): void => {
    setLanguage(languages.value as Language);
    setTheme(themes.value);
    changed(language());
  };
  languages.addEventListener('change', () => {
    localStorage.setItem('deskwire-language', languages.value);
    apply();
  });
  themes.addEventListener('change', () => {
    localStorage.setItem('deskwire-theme', themes.value);
    apply();
  });
  apply();
};
