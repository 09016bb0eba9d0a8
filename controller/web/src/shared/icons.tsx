/** Drawings of one weight, 24 by 24, in the colour of their text; hidden from readers. */
// prettier-ignore
const paths = {
    absent: 'M10 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 19.5a6.5 6.5 0 0 1 11-4.7M16.5 15.5l4.5 4.5m0-4.5-4.5 4.5',
    alert: 'M12 8.5v4.5m0 3.2v.1M10.4 4.3 3 17.2A1.8 1.8 0 0 0 4.6 20h14.8a1.8 1.8 0 0 0 1.6-2.8L13.6 4.3a1.8 1.8 0 0 0-3.2 0z',
    back: 'M9.5 14.5 4.5 9.5l5-5M4.5 9.5H15a5 5 0 0 1 0 10h-4',
    bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
    check: 'M5 12.5l4.5 4.5L19 7.5',
    clock: 'M12 7.5V12l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
    calendar: 'M5.5 5.5h13a1.5 1.5 0 0 1 1.5 1.5v11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5zM4 10h16M8.5 3.5v3.5m7-3.5v3.5',
    cross: 'M6.5 6.5l11 11m0-11-11 11',
    cup: 'M5 9h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8.5 3.5v2m4-2v2',
    door: 'M6 20.5V5a1.5 1.5 0 0 1 1.5-1.5h9A1.5 1.5 0 0 1 18 5v15.5M3.5 20.5h17M14.5 12.2v.1',
    eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
    hall: 'M4 20V10m5.3 10V4m5.4 16v-7M20 20V7',
    linkLost: 'M3 9.5a13 13 0 0 1 6-3.2m5 .1a13 13 0 0 1 7 3.1M9.4 16.4a4 4 0 0 1 5.2 0M12 20v.1M4 3l16 18',
    home: 'M4 11 12 4.5 20 11M6.5 9.5v10h11v-10M10 19.5v-5h4v5',
    info: 'M12 11v5.5M12 7.8v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
    note: 'M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 4v-4h-2A1.5 1.5 0 0 1 4 14.5v-8A1.5 1.5 0 0 1 5.5 5zM8 9h8m-8 3.2h5',
    pause: 'M8.5 6v12m7-12v12',
    person: 'M12 11.5a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6zM5 20a7 7 0 0 1 14 0',
    pin: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 1 0-13 0c0 5 6.5 11 6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
    plus: 'M12 5.5v13M5.5 12h13',
    printer: 'M7 9V4h10v5M7 17H5a1.5 1.5 0 0 1-1.5-1.5V11A1.5 1.5 0 0 1 5 9.5h14a1.5 1.5 0 0 1 1.5 1.5v4.5A1.5 1.5 0 0 1 19 17h-2M7 14h10v6H7z',
    search: 'M10.8 17.5a6.7 6.7 0 1 0 0-13.4 6.7 6.7 0 0 0 0 13.4zM20 20l-4.4-4.4',
    star: 'M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
    people: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.5M17.5 14a6.5 6.5 0 0 1 4 5.5',
    out: 'M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10.5 12h10m-3.5-3.5 3.5 3.5-3.5 3.5',
    scales: 'M12 4v16M7.5 20h9M5 7.5h14M5 7.5 2.5 13.5a2.5 2.5 0 0 0 5 0zM19 7.5l-2.5 6a2.5 2.5 0 0 0 5 0z',
    toQueue: 'M4 6h12M4 12h6M4 18h12M20.5 12H13m3-3-3 3 3 3',
    swap: 'M4 8.5h14m-3.5-4 4 4-4 4M20 15.5H6m3.5-4-4 4 4 4',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
    return (
        <svg
            class="icon"
            width={size}
            height={size}
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.9"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
            focusable="false"
        >
            <path d={paths[name]} />
        </svg>
    );
}

export function Mark({ size = 32 }: { size?: number }) {
    return <img class="mark" src="/assets/talon.svg" width={size} height={size} alt="" />;
}
