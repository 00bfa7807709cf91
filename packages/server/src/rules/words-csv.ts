import { ruleLimits, type ImportedWords } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import { fromCell, toCsv } from "../export/to-csv.ts";
import type { Services } from "../services.ts";

/** The words of a CSV file: the first cell of each row, each once. What cannot be taken is told by the line on which its row begins. */
export function importWords(csv: string): ImportedWords {
  const words = new Set<string>();
  const errors: ImportedWords["errors"] = [];
  for (const { line, cell, isOpen } of firstCells(csv.replace(/^\uFEFF/, ""))) {
    const word = fromCell(cell.trim());
    if (isOpen) errors.push({ line, message: "The quotation mark is not closed." });
    else if (word === "" || (line === 1 && /^words?$/i.test(word))) continue;
    else if (word.length > ruleLimits.word) errors.push({ line, message: `It is longer than ${ruleLimits.word} characters.` });
    else if (words.size >= ruleLimits.words && !words.has(word)) {
      errors.push({ line, message: `A rule has at most ${ruleLimits.words} words; the rest was left out.` });
      break;
    } else words.add(word);
  }
  return { words: [...words], errors };
}

/** By RFC 4180, with either end of line. */
function* firstCells(csv: string): Generator<{ line: number; cell: string; isOpen: boolean }> {
  let at = 0;
  let line = 1;
  while (at < csv.length) {
    const began = line;
    let cell = "";
    let column = 0;
    let isQuoted = false;
    for (; at < csv.length; at += 1) {
      const unit = csv.charAt(at);
      if (unit === "\n") line += 1;
      if (isQuoted) {
        if (unit !== '"') cell += column === 0 ? unit : "";
        else if (csv.charAt(at + 1) === '"') {
          cell += column === 0 ? '"' : "";
          at += 1;
        } else isQuoted = false;
      } else if (unit === '"') isQuoted = true;
      else if (unit === "," || unit === ";") column += 1;
      else if (unit === "\n") break;
      else if (column === 0 && unit !== "\r") cell += unit;
    }
    at += 1;
    yield { line: began, cell, isOpen: isQuoted };
  }
}

/** The words of a rule as CSV, one a row, safe to open in a spreadsheet. Errors: NOT_FOUND where it has none. */
export async function exportWords({ db }: Services, ruleId: string): Promise<{ csv: string }> {
  const [row] = await db.query<{ words: string[] }>(
    `SELECT condition -> 'match' -> 'words' AS words FROM "Rule" WHERE id = $1 AND condition -> 'match' ->> 'type' = 'words'`,
    [ruleId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return { csv: toCsv([["word"], ...row.words.map((word) => [word])]) };
}
