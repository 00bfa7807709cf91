export { TypingIndicator, typingText } from "./typing-indicator.tsx";
