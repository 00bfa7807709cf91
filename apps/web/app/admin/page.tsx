import { OverviewScreen } from "./overview/overview-screen.tsx";

export const metadata = { title: "Overview" };

export default function OverviewPage() {
  return <OverviewScreen />;
}
