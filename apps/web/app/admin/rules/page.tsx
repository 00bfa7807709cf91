import { RulesScreen } from "./rules-screen.tsx";

export const metadata = { title: "Rules" };

export default function RulesPage() {
  return <RulesScreen />;
}
