import { defineConfig } from "vitest/config";

const needsDatabase = { globalSetup: ["test/fixtures/start-database.ts"], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
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
          include: ["test/{integration,security,chaos}/**/*.test.ts", "prisma/src/**/*.test.ts"],
          ...needsDatabase,
        },
      },
      {
        extends: true,
        test: { name: "e2e", include: ["test/e2e/**/*.e2e.ts"], ...needsDatabase, testTimeout: 90_000, fileParallelism: false },
      },
    ],
    exclude: ["**/node_modules/**", "**/.next/**"],
    passWithNoTests: true,
  },
});
