/** Milliseconds between two looks for voices, which browsers load late. */
const often = 100;
const looks = 15;

const tagOf = (language: string): string => language.toLowerCase().replaceAll('_', '-');
const baseOf = (language: string): string => tagOf(language).split('-')[0]!;

/** The voices of a language, the best first: of this device, of the same region, the one chosen in its settings. */
export async function voicesFor(language: string): Promise<SpeechSynthesisVoice[]> {
  for (let i = 0; i < looks && !speechSynthesis.getVoices().length; i++) {
    await new Promise((resolve) => setTimeout(resolve, often));
  }
  const worth = ({ localService, lang, default: chosen }: SpeechSynthesisVoice): number =>
    Number(localService) * 4 + Number(tagOf(lang) === tagOf(language)) * 2 + Number(chosen);
  return speechSynthesis
    .getVoices()
    .filter(({ lang }) => baseOf(lang) === baseOf(language))
    .sort((a, b) => worth(b) - worth(a));
}
