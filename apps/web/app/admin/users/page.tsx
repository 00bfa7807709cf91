import { UsersScreen } from "./users-screen.tsx";

export const metadata = { title: "Users" };

export default function UsersPage() {
  return <UsersScreen />;
}
