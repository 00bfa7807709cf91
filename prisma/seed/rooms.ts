/** A group of the demo. `people` are keys of demo people and cast; the first is its owner, `moderators` are among them. */
export interface Room {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly visibility: "public" | "private";
  readonly people: readonly string[];
  readonly moderators: readonly string[];
  /** Which conversations belong here. */
  readonly topic: RegExp;
}

const everyone = ["ada", "mateo", "linh", "priya", "yusuf", "freya"];

export const rooms: readonly Room[] = [
  {
    key: "release",
    name: "Release crew",
    description: "What goes out, and when. Members only.",
    visibility: "private",
    people: ["ada", "mateo", "priya", "freya", "maco", "leaf-sheep", "papercrane", "tidepool", "northwind"],
    moderators: ["mateo"],
    topic:
      /\b(?:releas(?:e[ds]?|ing)|mirrors?|iso|final|beta|rc\d?|lts|changelog|announce\w*|launchpad|bugs?|patch(?:es)?|backports?|kernel|version|shipit|repos?|repositor\w+|milestone)\b/gi,
  },
  {
    key: "install",
    name: "Install & upgrade",
    description: "New machines, dual boot, partitions, and upgrades that need a second pair of eyes.",
    visibility: "public",
    people: [
      ...everyone,
      "ikonia",
      "xtknight",
      "nickrud",
      "thoreauputic",
      "sethk",
      "bruenig",
      "quietfox",
      "papercrane",
      "tidepool",
      "slowtrain",
      "marblecat",
      "sundial",
    ],
    moderators: ["mateo", "ikonia"],
    topic:
      /\b(?:install(?:ed|er|ing|ation|s)?|upgrad\w+|dist-upgrade|partition\w*|grub\w*|dual|boot(?:s|ing|ed|able)?|live ?cd|alternate|apt-get|aptitude|synaptic|sources\.list|dpkg|debs?|packages?|fresh|reinstall\w*|wubi|swap|mount\w*)\b/gi,
  },
  {
    key: "hardware",
    name: "Hardware",
    description: "Graphics, sound, printers, laptops: what works, and how to make the rest work.",
    visibility: "public",
    people: [
      ...everyone,
      "ikonia",
      "nickrud",
      "lowki",
      "ActionParsnip",
      "sethk",
      "copperkettle",
      "quietfox",
      "nightowl",
      "slowtrain",
      "mosslight",
      "paperboat",
    ],
    moderators: ["freya"],
    topic:
      /\b(?:nvidia|ati|radeon|intel|drivers?|cards?|graphics?|video|sound|alsa|audio|speakers?|printers?|print(?:ing)?|scanner|laptops?|battery|usb|ipod|camera|webcam|mouse|keyboard|touchpad|monitors?|resolution|xorg(?:\.conf)?|cpu|ram|memory|disks?|drives?|hdd|ssd|dvd|burn\w*|bluetooth|temperature|fan)\b/gi,
  },
  {
    key: "network",
    name: "Networking",
    description: "Wireless, routers, SSH, Samba, firewalls.",
    visibility: "public",
    people: [
      ...everyone,
      "ikonia",
      "Dr_Willis",
      "ActionParsnip",
      "copperkettle",
      "papercrane",
      "nightowl",
      "marblecat",
      "northwind",
      "sundial",
    ],
    moderators: ["yusuf"],
    topic:
      /\b(?:networks?|networking|wireless|wi-?fi|wlan\d?|eth\d|router|dhcp|dns|ssh\w*|scp|rsync|samba|smb|nfs|ftp|vpn|openvpn|firewall|iptables|ports?|ip|ping|proxy|vnc|apache2?|servers?|ndiswrapper|wpa|wep|internet|connection|modem|lan|hostname|ethernet)\b/gi,
  },
  {
    key: "desktop",
    name: "Desktop",
    description: "GNOME, KDE, themes, shortcuts and the programs we live in.",
    visibility: "public",
    people: [
      ...everyone,
      "maco",
      "sethk",
      "ActionParsnip",
      "reisio",
      "cky",
      "leaf-sheep",
      "quietfox",
      "tidepool",
      "nightowl",
      "lemongrass",
      "mosslight",
      "paperboat",
    ],
    moderators: ["linh", "maco"],
    topic:
      /\b(?:gnome\w*|kde|kubuntu|xubuntu|xfce|unity|compiz|beryl|metacity|desktop|panel|theme\w*|icons?|wallpaper|workspaces?|windows?|nautilus|firefox|thunderbird|evolution|openoffice|pidgin|gaim|gedit|terminal|bash|shell|vim?|emacs|editor|fonts?|menus?|shortcuts?|taskbar|screensaver|flash|java|browser|folder|files?|script|command|keyring|login)\b/gi,
  },
  {
    key: "offtopic",
    name: "Off-topic",
    description: "Games, music, first impressions, and everything that has no room of its own.",
    visibility: "public",
    people: [
      ...everyone,
      "reisio",
      "maco",
      "nickrud",
      "lowki",
      "thoreauputic",
      "lemongrass",
      "slowtrain",
      "marblecat",
      "copperkettle",
      "northwind",
      "mosslight",
    ],
    moderators: ["priya"],
    topic:
      /\b(?:games?|play(?:ing|ed)?|music|mp3s?|songs?|album|movies?|tv|film|amarok|rhythmbox|totem|vlc|mplayer|xmms|wesnoth|quake|doom|chess|coffee|tea|pizza|food|cat|dog|weather|snow|sleep|morning|night|weekend|holiday|christmas|birthday|school|college|university|job|work(?:ing)? at|friends?|wife|kids?|mom|dad|book|learn\w*|languages?|python|programming|love|fun|cool|awesome|congrat\w*|welcome|hello|hi|hey|lol|haha\w*|:-?\)|mac|apple|vista|microsoft|debian|fedora|gentoo|slackware|opensuse|linux)(?=\W|$)/gi,
  },
];

/** Groups in which the latest question with several answers has them in a thread. */
export const roomsWithThread: ReadonlySet<string> = new Set(["install", "hardware", "desktop"]);

/** Pairs of demo people who write to each other directly. */
export const directs: readonly (readonly [string, string])[] = [
  ["ada", "mateo"],
  ["ada", "linh"],
  ["ada", "freya"],
  ["priya", "yusuf"],
  ["linh", "yusuf"],
];
