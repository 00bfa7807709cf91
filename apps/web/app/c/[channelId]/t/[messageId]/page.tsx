import { MessengerPage } from "../../../../messenger/messenger-page.tsx";

export default async function Page({ params }: { params: Promise<{ channelId: string; messageId: string }> }) {
  const { channelId, messageId } = await params;
  return <MessengerPage channelId={channelId} threadOf={messageId} />;
}
