import { useEffect, useRef } from "react";
import type { XdmHost } from "../../transport/xdm";

interface Props {
  readonly host: XdmHost;
  readonly address: string;
  readonly title: string;
  readonly visible: boolean;
  onClose(): void;
}

/**
 * The task pane, unmodified, in a frame. office.js reads its host from the frame's name, which has to be there
 * before the frame is in the page. Closing hides it: its runtime, which the ribbon's commands need, goes on.
 */
export function Pane({ host, address, title, visible, onClose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = document.createElement("iframe");
    frame.name = host.frameName;
    frame.title = title;
    frame.src = address;
    place.current?.append(frame);
    if (frame.contentWindow) host.attach(frame.contentWindow);
    return () => {
      frame.remove();
      host.dispose();
    };
  }, [host, address, title]);
  return (
    <aside className="pane" hidden={!visible} aria-label="Task pane" ref={place}>
      <header>
        <h2>{title}</h2>
        <button type="button" aria-label="Close the pane" title="Close the pane" onClick={onClose}>
          ×
        </button>
      </header>
    </aside>
  );
}
