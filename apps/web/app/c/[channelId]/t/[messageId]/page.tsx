import { MessengerPage } from "../../../../messenger/messenger-page.tsx";
import { nameTab } from "../../../../messenger/name-tab.ts";

interface Props {
  params: Promise<{ channelId: string; messageId: string }>;
}

export const generateMetadata = async ({ params }: Props) => nameTab((await params).channelId);

export default async function Page({ params }: Props) {
  const { channelId, messageId } = await params;
  return <MessengerPage channelId={channelId} threadOf={messageId} />;
}
