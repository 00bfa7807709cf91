import tokens from "../src/styles/tokens.css?raw";
import { ChatRoot } from "../src/root/chat-root.tsx";

const [, usual = ""] = /\.chat-root \{(.*?)\n\}/s.exec(tokens) ?? [];
const colours = [...usual.matchAll(/(--chat-[\w-]+):\s*((?:light-dark|oklch)\([^;]*)/g)].map(([, name = "", value = ""]) => ({
  name,
  value,
}));

/** All colours as they stand in the sheet, each in both themes. */
export function Tokens() {
  return (
    <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(15rem, 1fr))", gap: 8, marginBlock: 24 }}>
      {colours.map(({ name }) => (
        <div key={name} style={{ display: "flex", alignItems: "center", gap: 8, fontFamily: "monospace", fontSize: 12 }}>
          {(["light", "dark"] as const).map((theme) => (
            <ChatRoot key={theme} theme={theme} style={{ background: "none" }}>
              <div style={{ width: 28, height: 28, borderRadius: 6, border: "1px solid #8888", background: `var(${name})` }} />
            </ChatRoot>
          ))}
          {name}
        </div>
      ))}
    </div>
  );
}
