export { EmojiPicker, type EmojiPickerProps } from "./emoji-picker.tsx";
export { frequentEmoji, noteEmoji } from "./frequent-emoji.ts";
export { ReactionPicker, type ReactionPickerProps } from "./reaction-picker.tsx";
export { Reactions, type ReactionsProps } from "./reactions.tsx";
