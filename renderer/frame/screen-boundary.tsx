// Catches a fault of the program in one screen, says so in words, and keeps the rest of the app alive.
import { Component, type ReactNode } from 'react';
import { Failed } from '../ui/failed';

interface Props {
  children: ReactNode;
}

export class ScreenBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="screen screen--narrow" id="main">
        <Failed
          failure={{ kind: 'unexpected', values: {} }}
          retry={() => this.setState({ broken: false })}
        />
      </main>
    );
  }
}
