import { z } from "zod";

const valuesSchema = z.strictObject({ before: z.unknown(), after: z.unknown() });
const listSchema = z.strictObject({ removed: z.unknown(), added: z.unknown() });
const changesSchema = z.record(z.string(), z.union([listSchema, valuesSchema]));
type Changes = z.output<typeof changesSchema>;

/** What an entry tells of changes; null where it tells of none. */
export function changesOf({ changes }: Readonly<Record<string, unknown>>): Changes | null {
  const { data } = changesSchema.safeParse(changes);
  return data === undefined || Object.keys(data).length === 0 ? null : data;
}

function say(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(say).join(", ");
  if (value === null || value === undefined) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What an action changed: each field as it was and as it is, or what went from a list and came to it. */
export function EntryChanges({ changes }: { changes: Changes }) {
  return (
    <section aria-labelledby="entry-changes">
      <h3 id="entry-changes" className="chat:mt-4 chat:mb-1 chat:text-xs chat:font-medium">
        What changed
      </h3>
      <dl className="chat:grid chat:grid-cols-[auto_minmax(0,1fr)] chat:gap-x-4 chat:gap-y-2 chat:text-sm">
        {Object.entries(changes).map(([name, change]) => (
          <div key={name} className="chat:contents">
            <dt className="chat:text-muted">{name}</dt>
            <dd className="chat:wrap-anywhere">
              {"removed" in change ? (
                <>
                  <Line word="Removed" text={say(change.removed)} />
                  <Line word="Added" text={say(change.added)} />
                </>
              ) : (
                <>
                  <Line word="Before" text={say(change.before)} />
                  <Line word="After" text={say(change.after)} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Line({ word, text }: { word: string; text: string }) {
  return (
    <p>
      <span className="chat:text-xs chat:text-muted">{word}</span> <bdi>{text}</bdi>
    </p>
  );
}
