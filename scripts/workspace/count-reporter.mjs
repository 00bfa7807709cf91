import { writeFileSync } from "node:fs";

/** Vitest reporter that leaves the counts, and the reason of each skip, in the file that CHAT_TEST_COUNTS names. */
export default class CountReporter {
  /** @param {readonly import("vitest/node").TestModule[]} modules */
  onTestRunEnd(modules) {
    const counts = { passed: 0, failed: 0, skipped: /** @type {{ name: string, reason: string }[]} */ ([]) };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") counts.passed += 1;
        else if (result.state === "failed") counts.failed += 1;
        else counts.skipped.push({ name: `${module.relativeModuleId} > ${test.fullName}`, reason: readNote(result) });
      }
    }
    writeFileSync(process.env["CHAT_TEST_COUNTS"] ?? "/dev/null", JSON.stringify(counts));
  }
}

/** @param {import("vitest/node").TestResult} result */
function readNote(result) {
  return "note" in result && result.note ? result.note : "no reason given";
}
