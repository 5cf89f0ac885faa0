/** From addresses to pages: each is loaded when it is first opened, and shown to whom its action allows. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { NoRight } from '../pages/no-right/page.tsx';
import { NotFound } from '../pages/not-found/page.tsx';
import { Start } from '../pages/start/page.tsx';
import { areas, routesOf } from '../pages.ts';
import { Skeleton } from '../parts/states.tsx';
import { type Action, mayDo, type Who } from '../session/session.tsx';
import { Guard } from './guard.tsx';

const Accessibility = lazy(() => import('../pages/accessibility/page.tsx'));
const Account = lazy(() => import('../pages/account/page.tsx'));
const Parts = lazy(() => import('../pages/parts/page.tsx'));
const routes = areas.flatMap(routesOf).map((route) => ({ ...route, Page: lazy(route.load) }));

/** What needs no sign-in, or else `children`. */
export function PublicRoutes({ children }: { readonly children: ReactNode }) {
  return (
    <Guard>
      <Suspense fallback={<Skeleton rows={6} />}>
        <Switch>
          <Route path="/tillganglighet">
            <Accessibility />
          </Route>
          <Route>{children}</Route>
        </Switch>
      </Suspense>
    </Guard>
  );
}

/** Another region, person or proposal is another page: nothing of the one before stays, not even until the next has come. */
export function Routes({ who }: { readonly who: Who }) {
  return (
    <Switch>
      <Route path="/">
        <Start />
      </Route>
      <Route path="/konto">
        <Account />
      </Route>
      <Route path="/delar">
        <Parts />
      </Route>
      {routes.map(({ path, of, needs, Page }) => (
        <Route key={path} path={path}>
          {(params: { readonly region?: string }) => (
            <Allowed
              key={Object.values(params).join('/')}
              who={who}
              action={needs}
              region={of === 'region' ? (params.region ?? '') : null}
              Page={Page}
            />
          )}
        </Route>
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

interface AllowedProps {
  readonly who: Who;
  readonly action: Action;
  readonly region: string | null;
  readonly Page: ComponentType;
}

function Allowed({ who, action, region, Page }: AllowedProps) {
  return mayDo(who, action, region) ? <Page /> : <NoRight />;
}
