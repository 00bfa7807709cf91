import { readFileSync } from "node:fs";
import path from "node:path";

/** Where `npm run storybook -- --build` puts it; `npm test` builds it before. */
export const storybookFolder = path.resolve(import.meta.dirname, "../../packages/ui/.storybook/dist");

export interface Story {
  id: string;
  /** Its place in the tree, such as "Conversation/Message". */
  title: string;
  name: string;
  /** `phone`: made for 390 px and fingers. `page`: a whole page, to which a page's rules apply. */
  tags: readonly string[];
}

interface Index {
  entries: Record<string, Story & { type: "story" | "docs" }>;
}

const entries = () =>
  Object.values((JSON.parse(readFileSync(path.join(storybookFolder, "index.json"), "utf8")) as Index).entries);

export const listStories = (): Story[] => entries().filter(({ type }) => type === "story");

/** The pages that were written; those made of a part's props and stories show nothing else. */
export const listPages = (): Story[] => entries().filter(({ type, tags }) => type === "docs" && tags.includes("unattached-mdx"));
