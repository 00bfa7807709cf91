import data from "emojibase-data/en/data.json";
import messages from "emojibase-data/en/messages.json";

/** What the kit's emoji picker loads when it first opens: served by us, since its own default is a public CDN. */
export const dynamic = "force-static";
export const dynamicParams = false;

const files = new Map<string, unknown>([
  ["data.json", data],
  ["messages.json", messages],
]);

export function generateStaticParams() {
  return [...files.keys()].map((file) => ({ locale: "en", file }));
}

export async function GET(_request: Request, context: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await context.params;
  // Products that embed the chat take it from here, too.
  return Response.json(files.get(file), { headers: { "access-control-allow-origin": "*" } });
}
