import { EmptyState } from "@chat/ui/primitives";
import Link from "next/link";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="chat:grid chat:h-full chat:place-items-center">
      <EmptyState
        title="There is nothing here"
        description="The address may be wrong, or what was here is gone."
        action={
          <Link href="/" className="chat:text-sm chat:font-medium chat:text-accent-text chat:hover:underline">
            Back to your messages
          </Link>
        }
      />
    </main>
  );
}
