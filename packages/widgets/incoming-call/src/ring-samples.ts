/** The two tones of a telephone that rings, hertz. */
const TONES = [440, 480] as const;
const TONE_SECONDS = 1;
const PAUSE_SECONDS = 2;
/** Long enough to begin and end without a click. */
const FADE_SECONDS = 0.02;
/** Of full scale, both tones together. */
const LOUDNESS = 0.4;

/** From 0 to 1 and back, so that the tone neither begins nor ends with a click. */
const envelope = (seconds: number): number =>
  Math.max(0, Math.min(1, seconds / FADE_SECONDS, (TONE_SECONDS - seconds) / FADE_SECONDS));

/** One ring and its pause, to be looped: one second of 440 and 480 Hz, two of silence. */
export const ringSamples = (sampleRate: number): Float32Array<ArrayBuffer> => {
  const samples = new Float32Array(Math.round(sampleRate * (TONE_SECONDS + PAUSE_SECONDS)));
  const gain = LOUDNESS / TONES.length;
  for (let index = 0; index < sampleRate * TONE_SECONDS; index += 1) {
    const seconds = index / sampleRate;
    const wave = TONES.reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * seconds), 0);
    samples[index] = wave * gain * envelope(seconds);
  }
  return samples;
};
