/** Someone who can sign in to the demo. The passwords are printed at the start and stand in the README: never keep them on a public host. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** The role on the site. */
  readonly role: "admin" | "moderator" | "user";
}

/** The six accounts of the demo workspace. The part of the e-mail address before the @ is the person's key in `conversation.jsonl.gz`. */
export const demoPeople: readonly DemoPerson[] = [
  { name: "Ada Okafor", email: "ada@demo.chat", password: "ada-demo-2026", role: "admin" },
  { name: "Mateo Rivera", email: "mateo@demo.chat", password: "mateo-demo-2026", role: "moderator" },
  { name: "Linh Tran", email: "linh@demo.chat", password: "linh-demo-2026", role: "user" },
  { name: "Priya Raman", email: "priya@demo.chat", password: "priya-demo-2026", role: "user" },
  { name: "Yusuf Demir", email: "yusuf@demo.chat", password: "yusuf-demo-2026", role: "user" },
  { name: "Freya Lindqvist", email: "freya@demo.chat", password: "freya-demo-2026", role: "user" },
];

export function personKey(person: DemoPerson): string {
  return person.email.slice(0, person.email.indexOf("@"));
}

/** Names of the channel's regulars. Each carries only words that this nick wrote. */
export const regulars: ReadonlySet<string> = new Set([
  "ActionParsnip",
  "bruenig",
  "cky",
  "Dr_Willis",
  "ikonia",
  "leaf-sheep",
  "lowki",
  "maco",
  "nickrud",
  "reisio",
  "sethk",
  "thoreauputic",
  "xtknight",
]);

const demoNames = new Map(demoPeople.map((person) => [personKey(person), person.name]));

/** The full name of a demo person; everyone else is called by their key. */
export function displayName(key: string): string {
  return demoNames.get(key) ?? key;
}

/** What others call them in a sentence. */
export function callName(key: string): string {
  return displayName(key).split(" ")[0] ?? key;
}
