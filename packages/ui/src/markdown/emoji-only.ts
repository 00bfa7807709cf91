const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|\u{20E3}/u;
const others =
  /[^\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{200D}\u{FE0F}\u{20E3}\u{E0020}-\u{E007F}0-9#*\s]/u;
const most = 6;

/** True for one to six emoji and nothing else: they are shown big. */
export function isEmojiOnly(text: string): boolean {
  if (text.length > 120 || others.test(text) || !pictograph.test(text)) return false;
  const graphemes = [...segmenter.segment(text)].map((part) => part.segment).filter((part) => part.trim() !== "");
  return graphemes.length <= most && graphemes.every((part) => pictograph.test(part));
}
