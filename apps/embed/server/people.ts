import type { Person } from "../shop/person.ts";

/** Who may sign in. A real shop has a database here, and passwords. */
export const customers: readonly Person[] = [
  { id: "mira", name: "Mira Halloran", role: "customer", picture: "/people/mira.png", about: "Waits for two orders" },
  { id: "jonas", name: "Jonas Weidel", role: "customer", picture: "/people/jonas.png", about: "Has one order, just delivered" },
];
export const workshop: Person = {
  id: "noor",
  name: "Noor Aziz",
  role: "support",
  picture: "/people/noor.png",
  about: "Answers for the workshop",
};
export const people = [...customers, workshop];

export const findPerson = (id: string) => people.find((person) => person.id === id);
