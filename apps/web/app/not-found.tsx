import Link from "next/link";
import { NoticePage } from "./notice-page.tsx";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <NoticePage
      title="There is nothing here"
      text="The address may be wrong, or what was here is gone."
      action={
        <Link href="/" className="chat:text-sm chat:font-medium chat:text-accent-text chat:hover:underline">
          Back to your messages
        </Link>
      }
    />
  );
}
