import { describe, expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

describe("parseJson", () => {
  it.each([
    "null",
    '"a:b"',
    "[]",
    "{}",
    '{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}',
    '{ "a" : "b\\":\\"c" , "d\\\\" : "\\\\" }',
    '{"a":"\\\\\\":","":"x","\\"":{"":""}}',
    '{"__proto__":1,"constructor":2}',
    '{"0":{"0":1},"1":{"0":1}}',
    '["a","b",{"c":["d:",":e"]}]',
  ])("reads %s as JSON.parse does", (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '[{"b":{"a":1,"c":[],"a" :2}}]',
    '{"__proto__":1,"__proto__":2}',
    '{"a\\\\":1,"a\\\\":2}',
    '{"":1,"x":"\\":","":2}',
  ])("refuses %s", (text) => {
    expect(() => parseJson(text)).toThrow("An object names a key twice.");
  });

  it("takes what is as deep as it is long", () => {
    const depth = 200_000;
    expect(() => parseJson(`${"[".repeat(depth)}${"]".repeat(depth)}`)).not.toThrow("twice");
  });

  it.each(["", "{", '{"a":1', "{'a':1}"])("leaves %j to the parser", (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});
