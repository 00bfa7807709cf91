import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const needsDatabase = { globalSetup: ["test/fixtures/start-database.ts"], testTimeout: 60_000, hookTimeout: 90_000 };

// A shared machine may stall for seconds, which times real servers out. What fails three times is no stall; the report names what was retried.
const retry = process.env.CI === "true" ? 2 : 0;

/** Faults at full size take the whole machine: one file at a time, and nothing beside. */
const isChaos = process.env.CHAOS !== undefined;

/** All stories are one file, which takes longer than any other: begun last, it would run on alone. */
class StoriesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => moduleId.endsWith("check-stories.test.ts");
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: StoriesFirst },
    // Real servers wait more than they work; two cores are busy with three.
    maxWorkers: isChaos ? 1 : 3,
    retry,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/*/src/**/*.test.{ts,tsx}", "apps/*/**/*.test.{ts,tsx}", "scripts/**/*.test.mjs"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["test/{integration,security}/**/*.test.ts", "prisma/src/**/*.test.ts"],
          ...needsDatabase,
        },
      },
      {
        // What hosts install: built, packed, and used from projects of their own.
        extends: true,
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: ["test/fixtures/start-database.ts", "test/package/start-hosts.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: { name: "chaos", include: ["test/chaos/**/*.test.ts"], ...needsDatabase },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.e2e.ts"],
          globalSetup: [...needsDatabase.globalSetup, "test/e2e/parts/start-parts.ts"],
          testTimeout: 120_000,
          hookTimeout: needsDatabase.hookTimeout,
          // As long as a browser's own waits; a page of a busy machine may need it.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        // Every story of the built Storybook, several at a time in one browser.
        extends: true,
        test: {
          name: "stories",
          include: ["test/stories/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxConcurrency: 4,
        },
      },
    ],
    exclude: ["**/node_modules/**", "**/.next/**"],
    passWithNoTests: true,
  },
});
