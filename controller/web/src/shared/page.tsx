import { render, type ComponentChildren } from 'preact';
import { Speaking } from './context';
import '../style/theme.css';
import '../style/parts.css';
import '../style/start.css';
import '../style/console.css';
import '../style/visit.css';
import '../style/topics.css';
import '../style/queue.css';
import '../style/dashboard.css';
import '../style/hall_parts.css';
import '../style/visits.css';
import '../style/devices.css';
import '../style/sheets.css';

/** Puts a page into its document. */
export function show(page: ComponentChildren): void {
    const place = document.getElementById('page');
    if (place) {
        render(<Speaking>{page}</Speaking>, place);
    }
}
