import { expect, it } from "vitest";
import { authRefusal } from "./auth-refusal.ts";

it("says nothing where nothing went wrong", () => {
  expect(authRefusal(null)).toBeNull();
});

it("tells the person what to do", () => {
  expect(authRefusal({ status: 401, code: "INVALID_EMAIL_OR_PASSWORD" })).toContain("do not belong together");
  expect(authRefusal({ status: 422, code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL" })).toContain("Sign in instead");
  expect(authRefusal({ status: 429 })).toContain("Wait");
  expect(authRefusal({ status: 503 })).toContain("cannot be reached");
});

it("shows no code that it does not know", () => {
  expect(authRefusal({ status: 400, code: "SOMETHING_NEW" })).toBe("That did not work. Try again.");
});
