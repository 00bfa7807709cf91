import type { Person } from "../../shop/person.ts";
import { UnreadBadge } from "../chat/unread-badge.tsx";
import { ChatIcon, LeaveIcon, MoonIcon, SunIcon, Wordmark } from "./icons.tsx";
import { Link } from "./link.tsx";
import { useTheme } from "./use-theme.ts";

export function Header({ me, onMessages, onLeave }: { me: Person; onMessages: () => void; onLeave: () => void }) {
  const [theme, setTheme] = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <header className="bar">
      <Link to="/">
        <Wordmark />
      </Link>
      <nav>
        <button type="button" className="tool" onClick={onMessages}>
          <ChatIcon />
          <span className="wide">Messages</span>
          <UnreadBadge />
        </button>
        <button type="button" className="tool" aria-label={`Show it ${other}`} onClick={() => setTheme(other)}>
          {theme === "dark" ? <SunIcon /> : <MoonIcon />}
        </button>
        <span className="who">
          <img src={me.picture} alt="" width="32" height="32" />
          <span className="wide">{me.name}</span>
        </span>
        <button type="button" className="tool" aria-label="Sign out" onClick={onLeave}>
          <LeaveIcon />
        </button>
      </nav>
    </header>
  );
}
