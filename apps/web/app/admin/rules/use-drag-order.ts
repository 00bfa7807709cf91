import { useState, type DragEvent } from "react";

/** Rows that are dragged by their handles to another place; the keyboard has its own way. `onDrop` gets the row and the place that it takes. */
export function useDragOrder(onDrop: (id: string, place: number) => void) {
  const [dragged, setDragged] = useState<{ readonly id: string; readonly from: number } | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return (id: string, place: number) => ({
    handle: {
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", id);
        const row = event.currentTarget.closest("li");
        if (row !== null) event.dataTransfer.setDragImage(row, 16, 16);
        setDragged({ id, from: place });
      },
      onDragEnd: end,
    },
    row: {
      "data-dragged": dragged?.id === id || undefined,
      /** Where the dragged row would go: before this one, or after it. */
      "data-drop":
        dragged !== null && over === place && place !== dragged.from ? (place < dragged.from ? "before" : "after") : undefined,
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(place);
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        if (dragged === null) return;
        event.preventDefault();
        onDrop(dragged.id, place);
        end();
      },
    },
  });
}

export type DragProps = ReturnType<ReturnType<typeof useDragOrder>>;
