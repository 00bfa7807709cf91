import { expect, test } from "vitest";
import { fromCell, toCsv } from "./to-csv.ts";

test("no cell is a formula, and every cell is read back as it was", () => {
  const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1", "\0=1", "a;b", "a\tb", 'say "hi", then\nleave'];
  expect(toCsv([hostile])).toBe(
    `'=1+1,'+1,'-1,'@SUM(A1),'＝1,"'\t'=1","'\r'=1",'\0=1,"a;b","a\tb","say ""hi"", then\nleave"\r\n`,
  );
});

test("nor is a part of one, where a spreadsheet splits at semicolons, tabs or lines whatever is quoted", () => {
  expect(toCsv([["a;=1", "b\t+1", "c\n@d", "e;f;-1", "1-1=0"]])).toBe(`"a;'=1","b\t'+1","c\n'@d","e;f;'-1",1-1=0\r\n`);
});

test("what was written is got back of each cell", () => {
  for (const text of ["=1+1", "\t=1", "a;=1", "c\n@d", "it's", "'quoted'"]) {
    const cell = toCsv([[text]])
      .slice(0, -2)
      .replace(/^"(.*)"$/s, "$1");
    expect(fromCell(cell)).toBe(text);
  }
});

test("numbers of ours stay numbers", () => {
  expect(toCsv([["count", -3, null]])).toBe("count,-3,\r\n");
});
