import { z } from "zod";

const changesSchema = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }));
type Changes = z.output<typeof changesSchema>;

/** What an entry tells of changes; null where it tells of none. */
export function changesOf({ changes }: Readonly<Record<string, unknown>>): Changes | null {
  const { data } = changesSchema.safeParse(changes);
  return data === undefined || Object.keys(data).length === 0 ? null : data;
}

const say = (value: unknown) =>
  value === null || value === undefined ? "nothing" : typeof value === "string" ? value : JSON.stringify(value);

/** What an action changed: each field as it was and as it is. */
export function EntryChanges({ changes }: { changes: Changes }) {
  return (
    <section aria-labelledby="entry-changes">
      <h3 id="entry-changes" className="chat:mt-4 chat:mb-1 chat:text-xs chat:font-medium">
        What changed
      </h3>
      <dl className="chat:grid chat:grid-cols-[auto_minmax(0,1fr)] chat:gap-x-4 chat:gap-y-2 chat:text-sm">
        {Object.entries(changes).map(([name, { before, after }]) => (
          <div key={name} className="chat:contents">
            <dt className="chat:text-muted">{name}</dt>
            <dd className="chat:wrap-anywhere">
              <del dir="auto" className="chat:text-muted">
                {say(before)}
              </del>
              <span aria-hidden> → </span>
              <ins dir="auto" className="chat:no-underline">
                {say(after)}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
