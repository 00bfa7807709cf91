import { expect, test } from "vitest";
import { toCsv } from "./to-csv.ts";

test("no cell is a formula, and every cell is read back as it was", () => {
  const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "a;b", "a\tb", 'say "hi", then\nleave'];
  expect(toCsv([hostile])).toBe(`'=1+1,'+1,'-1,'@SUM(A1),"'\t=1","'\r=1",'\0=1,"a;b","a\tb","say ""hi"", then\nleave"\r\n`);
});

test("numbers of ours stay numbers", () => {
  expect(toCsv([["count", -3, null]])).toBe("count,-3,\r\n");
});
