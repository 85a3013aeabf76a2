import { DOCX_TYPE } from '@permanence/contracts';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/words.ts';

/**
 * Shows a file that lies in this page's memory. Its type is the one the server found in its bytes, PDF or image, never what its name says:
 * nothing in it can run as part of this page.
 */
export function Viewer({ blob, mediaType, label }: { blob: Blob; mediaType: string; label: string }) {
  const { words } = useWords();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([blob], { type: mediaType }));
    // oxlint-disable-next-line react/set-state-in-effect -- an object URL must be given back when the page goes
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob, mediaType]);
  if (!url) return null;
  return (
    <div className="viewer">
      {mediaType === DOCX_TYPE ? (
        <p className="quiet">{words.papers.noPreview}</p>
      ) : mediaType === 'application/pdf' ? (
        <iframe src={url} title={`${words.papers.viewerTitle} : ${label}`} />
      ) : (
        <img src={url} alt={`${words.papers.viewerTitle} : ${label}`} />
      )}
      <p>
        <a href={url} target="_blank" rel="noreferrer">
          {words.papers.openApart}
        </a>
      </p>
    </div>
  );
}
