import { expect, it } from "vitest";
import { nextStage, type Stage } from "./stage-rows.ts";

interface R {
  key: string;
}
const rows = (from: number, to: number): R[] => Array.from({ length: to - from + 1 }, (_, at) => ({ key: String(from + at) }));
const at = (held: readonly R[]): Stage<R> => ({ rows: held, shift: false, generation: 3, target: held });
const keys = (stage: Stage<R>) => stage.rows.map((row) => row.key);

it("takes an append and an edit as they are", () => {
  const target = rows(5, 11);
  expect(nextStage(at(rows(5, 10)), target)).toEqual({ rows: target, shift: false, generation: 3, target });
});

it("shifts for what comes before, and only then", () => {
  const target = rows(1, 10);
  const stage = nextStage(at(rows(5, 10)), target);
  expect(stage).toMatchObject({ rows: target, shift: true, generation: 3 });
  expect(nextStage(stage, rows(1, 11)).shift).toBe(false);
});

it("takes a change at the start and one at the end in two steps, the start first", () => {
  const held = rows(5, 10);
  const target = rows(1, 12);
  const first = nextStage(at(held), target);
  expect(first).toMatchObject({ shift: true, target });
  expect(keys(first)).toEqual(rows(1, 10).map((row) => row.key));
  const second = nextStage(first, target);
  expect(second).toEqual({ rows: target, shift: false, generation: 3, target });
});

it("pages up while the other end is let go", () => {
  const target = rows(1, 8);
  const first = nextStage(at(rows(5, 12)), target);
  expect(keys(first)).toEqual(rows(1, 12).map((row) => row.key));
  expect(nextStage(first, target)).toMatchObject({ rows: target, shift: false });
});

it("shifts for what is taken from the start", () => {
  const target = rows(5, 12);
  const first = nextStage(at(rows(1, 10)), target);
  expect(first.shift).toBe(true);
  expect(keys(first)).toEqual(rows(5, 10).map((row) => row.key));
});

it("begins a new generation for other rows altogether, and for the first ones", () => {
  expect(nextStage(at(rows(50, 60)), rows(1, 10)).generation).toBe(4);
  expect(nextStage(at([]), rows(1, 10)).generation).toBe(4);
  expect(nextStage(at(rows(1, 10)), []).generation).toBe(4);
});
