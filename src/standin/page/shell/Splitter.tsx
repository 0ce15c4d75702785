import { useState, type KeyboardEvent, type PointerEvent } from "react";

const least = 320;
const step = 20;

/** Between grid and pane: drag it, or move it with the arrow keys. */
export function Splitter() {
  const [width, setWidth] = useState(350);
  const most = () => Math.max(least, innerWidth - 400);
  const set = (wanted: number) => {
    const now = Math.round(Math.min(most(), Math.max(least, wanted)));
    setWidth(now);
    document.documentElement.style.setProperty("--pane", `${now}px`);
  };
  const drag = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") set(width + step);
    if (event.key === "ArrowRight") set(width - step);
  };
  return (
    <button
      type="button"
      className="splitter"
      aria-label={`Width of the pane, ${width} pixels: arrow keys change it`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
