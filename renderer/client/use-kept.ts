// Another choice does not empty a page: what was read before stays, with the focus in it, until the new is there.
import { useEffect, useRef } from 'react';
import type { Query } from './use-query';

export function useKept<Value>(query: Query<Value>): Query<Value> {
  const last = useRef(query);
  useEffect(() => {
    if (query.state !== 'loading') last.current = query;
  });
  return query.state === 'loading' ? last.current : query;
}
