/** The languages of the sample data. */
export const SAMPLE_LANGUAGES = ['en', 'ko'] as const;
/** One of {@link SAMPLE_LANGUAGES}. */
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/** One word in both languages. */
export type Words = Readonly<Record<SampleLanguage, string>>;
