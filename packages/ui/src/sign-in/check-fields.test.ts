import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { emailProblem, nameProblem, newPasswordProblem } from "./check-fields.ts";

it("takes addresses as people have them", () => {
  for (const good of ["a@b.co", " ada+x@mail.example.org ", "root@localhost"]) expect(emailProblem(good, english)).toBeNull();
  for (const bad of ["", "ada", "ada@", "@b.co", "a b@c.de"]) expect(emailProblem(bad, english)).not.toBeNull();
});

it("asks for a name and a password that are there", () => {
  expect(nameProblem(" ", english)).not.toBeNull();
  expect(nameProblem("Ada", english)).toBeNull();
  expect(newPasswordProblem("1234567", english)).not.toBeNull();
  expect(newPasswordProblem("12345678", english)).toBeNull();
});
