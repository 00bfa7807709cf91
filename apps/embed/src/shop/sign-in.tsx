import type { Person } from "../../shop/person.ts";
import { Wordmark } from "./icons.tsx";
import { useTheme } from "./use-theme.ts";

/** Who are you today? A real shop asks for a password. */
export function SignIn({ people, onPick }: { people: readonly Person[]; onPick: (id: string) => void }) {
  useTheme();
  return (
    <main className="sign-in">
      <Wordmark />
      <h1>Tableware, thrown by hand</h1>
      <p className="quiet">A small shop that embeds the chat. Come in as one of three:</p>
      <ul className="faces">
        {people.map(({ id, name, role, picture, about }) => (
          <li key={id}>
            <button type="button" className="face" onClick={() => onPick(id)}>
              <img src={picture} alt="" width="64" height="64" />
              <span>
                <strong>{name}</strong>
                <span className="quiet">{about}</span>
              </span>
              <span className="pill">{role}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
