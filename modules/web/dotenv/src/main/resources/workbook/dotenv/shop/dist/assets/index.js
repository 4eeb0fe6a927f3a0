const e={MODE:"staging",VITE_API:"/api",VITE_MAP:"https://maps.example/v1?key=map-5f2c9a7e41",VITE_TITLE:"Corner shop (staging)"};
const n={DB_HOST:"db.staging.example",DB_PASSWORD:"p#4Uq!tz9",DATABASE_URL:"postgres://shop:p#4Uq!tz9@db.staging.example/shop"};
document.title=e.VITE_TITLE;fetch(e.VITE_MAP);console.debug(n.DB_HOST);
