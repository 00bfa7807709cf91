import { MessengerPage } from "../../messenger/messenger-page.tsx";

export default async function Page({ params }: { params: Promise<{ channelId: string }> }) {
  const { channelId } = await params;
  return <MessengerPage channelId={channelId} threadOf={null} />;
}
